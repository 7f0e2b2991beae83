-- Cases and what belongs to them, drafts, the search index, the countable answers, releases.

CREATE TABLE cases (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	code TEXT,
	status TEXT,
	step TEXT,
	opened_on TEXT,
	registered_on TEXT,
	owner TEXT,
	hold_reason TEXT,
	review_on TEXT,
	closed_on TEXT,
	merged_into TEXT,
	not_answered TEXT,
	list_name TEXT,
	list_name_key BLOB,
	list_commune TEXT,
	list_commune_name TEXT,
	list_commune_key BLOB,
	list_urgent INTEGER,
	list_next_due TEXT,
	PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX cases_by_code ON cases (code, id);

CREATE INDEX cases_by_commune_key ON cases (list_commune_key, code, id);

CREATE INDEX cases_by_commune ON cases (list_commune, id);

CREATE INDEX cases_by_owner ON cases (owner, id);

CREATE INDEX cases_by_urgent ON cases (list_urgent, id);

CREATE INDEX cases_by_name_key ON cases (list_name_key, code, id);

CREATE INDEX cases_by_next_due ON cases (list_next_due, code, id);

CREATE INDEX cases_by_opened_on ON cases (opened_on, code, id);

CREATE INDEX cases_by_status ON cases (status, code, id);

CREATE UNIQUE INDEX cases_coded ON cases (code);

CREATE TABLE drafts (
	id TEXT NOT NULL,
	case_id TEXT,
	form TEXT NOT NULL,
	record_id TEXT,
	content TEXT NOT NULL,
	cursor TEXT,
	base_revision INTEGER,
	kept_at TEXT NOT NULL,
	dropped_at TEXT,
	PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX drafts_of_case ON drafts (case_id, form);

CREATE TABLE providers (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	name TEXT,
	type TEXT,
	sectors TEXT,
	province TEXT,
	communes_covered TEXT,
	address TEXT,
	phones TEXT,
	hours TEXT,
	languages TEXT,
	services TEXT,
	costs TEXT,
	women_staff INTEGER,
	child_friendly INTEGER,
	accessible INTEGER,
	confidential_entry INTEGER,
	focal_persons TEXT,
	checked_on TEXT,
	status TEXT,
	not_answered TEXT,
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE release_lines (
	number INTEGER NOT NULL,
	line TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;

CREATE TABLE revisions (
	number INTEGER NOT NULL,
	saving INTEGER NOT NULL,
	case_id TEXT NOT NULL,
	record_table TEXT NOT NULL,
	record_id TEXT NOT NULL,
	revision INTEGER NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	what TEXT NOT NULL,
	replaced TEXT,
	PRIMARY KEY (number)
)
 STRICT;

CREATE INDEX revisions_of_case ON revisions (case_id, number);

CREATE TABLE scans (
	sha256 TEXT NOT NULL,
	content BLOB NOT NULL,
	kept_at TEXT NOT NULL,
	PRIMARY KEY (sha256)
)
 STRICT;

CREATE TABLE alleged_perpetrators (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	role TEXT,
	relationship TEXT,
	sex TEXT,
	age_band TEXT,
	known_identity TEXT,
	name TEXT,
	id_hint TEXT,
	address TEXT,
	workplace TEXT,
	lives_with_client TEXT,
	access TEXT,
	prior_violence TEXT,
	occupation TEXT,
	ethnicity TEXT,
	nationality TEXT,
	handling TEXT,
	counselling TEXT,
	counselling_meetings INTEGER,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE case_words (
	number INTEGER NOT NULL,
	case_id TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE UNIQUE INDEX case_words_of_case ON case_words (case_id);

CREATE TABLE clients (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	client_code TEXT,
	full_name TEXT,
	other_names TEXT,
	sex TEXT,
	dob TEXT,
	dob_estimated INTEGER,
	age_at_registration INTEGER,
	address_current TEXT,
	contact_rule TEXT,
	contact_hours TEXT,
	contact_code_word TEXT,
	phone_safe TEXT,
	phone_owner TEXT,
	trusted_person TEXT,
	languages TEXT,
	interpreter_needed INTEGER,
	ethnicity TEXT,
	marital_status TEXT,
	marriage_registered INTEGER,
	age_at_first_union INTEGER,
	living_with TEXT,
	children TEXT,
	education TEXT,
	occupation TEXT,
	income_source TEXT,
	household_poverty TEXT,
	health_insurance TEXT,
	heard_from TEXT,
	religion TEXT,
	nationality TEXT,
	address_registered TEXT,
	personal_id_no TEXT,
	disability TEXT,
	vulnerability TEXT,
	pregnant TEXT,
	gender_identity TEXT,
	child_status TEXT,
	lives_alone INTEGER,
	school_status TEXT,
	caregiver TEXT,
	guardian TEXT,
	trusted_adult_for_consent TEXT,
	household_key TEXT,
	linkage_key TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE consents (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	purpose TEXT,
	decision TEXT,
	recipient_sector TEXT,
	recipient_provider TEXT,
	items_allowed TEXT,
	limits TEXT,
	given_by TEXT,
	child_assent TEXT,
	form TEXT,
	explained TEXT,
	given_at TEXT,
	valid_until TEXT,
	interpreter_used INTEGER,
	witness TEXT,
	withdrawn_at TEXT,
	withdrawn_reason TEXT,
	exception TEXT,
	signed_copy TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE incident_answers (
	case_id TEXT NOT NULL,
	incident_id TEXT NOT NULL,
	client TEXT NOT NULL,
	excluded TEXT,
	first_report TEXT,
	incident_first TEXT,
	incident_last TEXT,
	answers TEXT NOT NULL,
	PRIMARY KEY (case_id, incident_id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX incident_answers_reported ON incident_answers (first_report);

CREATE TABLE incidents (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	incident_code TEXT,
	event_key TEXT,
	incident_date TEXT,
	time_of_day TEXT,
	pattern TEXT,
	place TEXT,
	place_type TEXT,
	setting_online TEXT,
	account TEXT,
	q1 INTEGER,
	q2 INTEGER,
	q3 INTEGER,
	q4 INTEGER,
	q5 INTEGER,
	q6 INTEGER,
	is_gbv INTEGER,
	gbv_type TEXT,
	type_override_reason TEXT,
	type_override_reviewer TEXT,
	non_gbv_note TEXT,
	also_present TEXT,
	vn_forms TEXT,
	dv_acts TEXT,
	harmful_practice TEXT,
	goods_exchanged TEXT,
	abduction TEXT,
	perp_influence TEXT,
	weapon TEXT,
	children_present TEXT,
	injury TEXT,
	injury_detail TEXT,
	pregnant_then TEXT,
	previous_incidents TEXT,
	perpetrators_unknown INTEGER,
	reported_elsewhere TEXT,
	reported_to TEXT,
	service_matrix TEXT,
	wants_legal_action TEXT,
	evidence_kept TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE intakes (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	urgent_check TEXT,
	first_report_date TEXT,
	channel TEXT,
	reported_by TEXT,
	reporter_name TEXT,
	referred_from TEXT,
	receiving_point TEXT,
	information_given TEXT,
	hotline_offered TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE referral_feedback (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	received_at TEXT,
	seen_at TEXT,
	services_given TEXT,
	result TEXT,
	further_need TEXT,
	return_to_us INTEGER,
	filled_by TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE referrals (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	direction TEXT,
	referral_no TEXT,
	"from" TEXT,
	sector TEXT,
	provider TEXT,
	focal_person TEXT,
	service_requested TEXT,
	urgency TEXT,
	reason_short TEXT,
	consent TEXT,
	disclosure TEXT,
	handover TEXT,
	escort TEXT,
	appointment_at TEXT,
	documents TEXT,
	accept INTEGER,
	duplicate_check TEXT,
	sent_at TEXT,
	ack_due TEXT,
	feedback_due TEXT,
	status TEXT,
	decline_reason TEXT,
	outcome TEXT,
	print_log TEXT,
	notes TEXT,
	replaces TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX referrals_numbered ON referrals (referral_no);

CREATE TABLE tasks (
	id TEXT NOT NULL,
	created_at TEXT,
	created_by TEXT,
	created_unit TEXT,
	updated_at TEXT,
	updated_by TEXT,
	revision INTEGER,
	status_history TEXT,
	void INTEGER,
	void_reason TEXT,
	source TEXT,
	kind TEXT,
	due TEXT,
	assignee TEXT,
	state TEXT,
	done_at TEXT,
	snoozed_to TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX tasks_due ON tasks (state, due);

CREATE VIRTUAL TABLE case_index USING fts5(words, exact, tokenize = "unicode61 remove_diacritics 2");

INSERT INTO case_index (case_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER case_words_go BEFORE DELETE ON case_words
BEGIN
  DELETE FROM case_index WHERE rowid = OLD.number;
END;

CREATE TRIGGER releases_are_not_changed BEFORE UPDATE ON release_lines
BEGIN
  SELECT RAISE(ABORT, 'the ledger only grows');
END;

CREATE TRIGGER releases_are_not_cut BEFORE DELETE ON release_lines
BEGIN
  SELECT RAISE(ABORT, 'the ledger only grows');
END;
