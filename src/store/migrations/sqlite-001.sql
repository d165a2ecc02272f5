-- Region and year are in every key, ids are UUIDv7 made in the application, money is whole 分.
-- `rid` is SQLite's own row number: it carries the year in its high bits and counts imports in its low bits, so that the
-- search index, which can only be walked by row number, is walked newest first.

create table document (
  region integer not null, year integer not null, id text not null, year_inferred integer not null,
  series text not null, version integer not null, current integer not null,
  kind text not null, sha256 text not null, file_name text not null, title text, title_key text not null,
  department_id text not null, department text not null, source_url text, imported_at text not null,
  imported_by text not null, bytes integer not null, projects integer not null, indicators integer not null,
  total integer, errors integer not null, warnings integer not null, infos integer not null,
  characters integer not null, unplaced_characters integer not null,
  source blob not null, reading blob not null, verdict blob not null,
  primary key (region, year, id)
) strict;
create index document_sha256 on document (sha256);
create index document_series on document (series, version);
create index document_table on document (region, department_id, year) where current = 1;

create table organisation (
  region integer not null, id text not null, parent_id text, name text not null,
  primary key (region, id)
) strict, without rowid;

create table project (
  rid integer primary key,
  region integer not null, year integer not null, id text not null, year_inferred integer not null,
  document_id text not null, document_year integer not null, position integer not null, path text not null,
  department_id text not null, unit_id text not null,
  name text not null, code text, title text not null, title_key text not null, withheld integer not null,
  total integer, appropriation integer, special_account integer, other integer,
  indicators integer not null, annual_targets integer not null, quantified integer not null,
  dimension_mask integer not null, aspect_mask integer not null, kind_mask integer not null,
  errors integer not null, warnings integer not null, infos integer not null,
  search_text text not null,
  unique (id, region, year)
) strict;
create index project_document on project (document_id, position);
create index project_newest on project (year desc, document_id desc, position);
-- All that sums, facets and lists of organisations ask for: they read this index and leave the rows alone.
create index project_facts on project (
  department_id, unit_id, year, region, dimension_mask, aspect_mask, kind_mask, errors, warnings, infos,
  total, appropriation, special_account, other, indicators, annual_targets, quantified
);
create index project_title on project (unit_id, title_key);

create table indicator (
  rid integer primary key,
  region integer not null, year integer not null, project_id text not null, seq integer not null,
  document_id text not null, position integer not null,
  dimension integer not null, aspect integer not null, level1 text, level2 text, name text not null,
  cycle text, cycle_kind integer not null, cycle_cmp text, cycle_num real, cycle_num2 real, cycle_unit text,
  annual text, annual_kind integer not null, annual_cmp text, annual_num real, annual_num2 real, annual_unit text,
  search_text text not null,
  unique (project_id, seq, region, year),
  foreign key (project_id, region, year) references project (id, region, year)
) strict;
create index indicator_profile on indicator (dimension, aspect, annual_kind);

create table finding (
  region integer not null, year integer not null, document_id text not null, seq integer not null,
  project_id text, rule text not null, severity text not null, subject text not null,
  primary key (document_id, seq, region, year)
) strict, without rowid;
create index finding_rule on finding (rule, project_id);
create index finding_project on finding (project_id, severity);

create table difference (
  region integer not null, year integer not null, document_id text not null, seq integer not null,
  kind text not null, unit text not null, project text not null, indicator text, field text,
  before text, after text,
  primary key (document_id, seq, region, year)
) strict, without rowid;

create table event (
  sequence integer primary key autoincrement,
  region integer not null, year integer not null, document_id text not null, id text not null,
  at text not null, actor text not null, verb text not null, facts text not null
) strict;

-- 1- and 2-grams, separated by blanks. Only ASCII has separators in this tokenizer, and every printing ASCII character is
-- made a letter: so each gram is one token, whatever it is made of.
create virtual table project_grams using fts5 (
  grams, content = '', contentless_delete = 1, detail = none,
  tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
create virtual table indicator_grams using fts5 (
  grams, content = '', contentless_delete = 1, detail = none,
  tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
