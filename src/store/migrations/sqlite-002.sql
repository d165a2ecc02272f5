-- Corrections of people stand beside the machine's reading, which stays in `document`. A correction is never deleted: it is
-- taken back by three columns that are filled once, and an event.

create table correction (
  region integer not null, year integer not null, document_id text not null, id text not null,
  batch text not null, sha256 text not null, path text not null, identity text not null,
  machine text not null, corrected text not null, placed text, why text not null, who text not null, at text not null,
  undone_at text, undone_by text, undone_why text,
  primary key (id, region, year)
) strict, without rowid;
create index correction_sha256 on correction (sha256, id);

-- What holds for a version that was corrected: the corrected reading, its findings, and how often it was changed.
create table corrected_reading (
  region integer not null, year integer not null, document_id text not null, revision integer not null,
  reading blob not null, verdict blob not null,
  primary key (region, year, document_id)
) strict;
