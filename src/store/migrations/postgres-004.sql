-- What people said of the columns of a publisher's tables, offered for its files of later years. What was known of a file
-- when it was brought stays with the file: it must be read the same way again, whatever becomes of the recipe.

create table recipe (
  id uuid primary key, publisher text not null, name text not null,
  heads text not null, amount_unit text, who text not null, at timestamptz not null,
  unique (publisher, name)
);

alter table document add column known text;
