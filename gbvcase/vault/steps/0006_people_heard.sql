-- How the names of people are heard and when they were born: who may be the same person is found in
-- one index. What earlier cases say of it is filled in by the program that takes this step.

ALTER TABLE cases ADD COLUMN "list_heard" TEXT;

ALTER TABLE cases ADD COLUMN "list_birth_year" INTEGER;

DROP INDEX cases_by_commune;

CREATE INDEX cases_by_commune ON cases (list_commune, list_birth_year, list_heard, id);

INSERT INTO settings (name, value) SELECT 'people.unheard', 'true' WHERE EXISTS (SELECT 1 FROM cases);

-- The words to the letter, also where they are read without asking the search index for its texts.

ALTER TABLE case_words ADD COLUMN "exact" TEXT;

UPDATE case_words SET exact = (SELECT case_index.exact FROM case_index WHERE case_index.rowid = number);
