-- What may be counted is kept for every unit, not for incidents alone; it is drawn anew from the cases.

DROP TABLE incident_answers;

CREATE TABLE counted (
	case_id TEXT NOT NULL,
	unit TEXT NOT NULL,
	record TEXT NOT NULL,
	client TEXT NOT NULL,
	actor TEXT NOT NULL,
	excluded TEXT,
	day TEXT,
	first_day TEXT,
	last_day TEXT,
	answers TEXT NOT NULL,
	PRIMARY KEY (case_id, unit, record),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX counted_by_day ON counted (unit, day);

INSERT INTO settings (name, value) SELECT 'counted.stale', 'true' WHERE EXISTS (SELECT 1 FROM cases);
