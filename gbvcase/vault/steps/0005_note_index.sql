-- The words of notes, apart from names: a case is found by its names first, and likeness looks at
-- names alone.

CREATE VIRTUAL TABLE note_index USING fts5(words, tokenize = "unicode61 remove_diacritics 2");

INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);

DROP TRIGGER case_words_go;

CREATE TRIGGER case_words_go BEFORE DELETE ON case_words
BEGIN
  DELETE FROM case_index WHERE rowid = OLD.number;
  DELETE FROM note_index WHERE rowid = OLD.number;
END;
