-- Notes in the timeline of a case; what was printed of the case as a whole.

ALTER TABLE cases ADD COLUMN "print_log" TEXT;

CREATE TABLE notes (
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
	noted_at TEXT,
	text TEXT,
	not_answered TEXT,
	case_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (case_id, id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;
