-- What people said of the columns of a publisher's tables, offered for its files of later years. What was known of a file
-- when it was brought stays with the file: it must be read the same way again, whatever becomes of the recipe.

create table recipe (
  id text not null primary key, publisher text not null, name text not null,
  heads text not null, amount_unit text, who text not null, at text not null,
  unique (publisher, name)
) strict, without rowid;

alter table document add column known text;
