-- Corrections of people stand beside the machine's reading, which stays in `document`. A correction is never deleted: it is
-- taken back by three columns that are filled once, and an event.

create table correction (
  region int not null, year smallint not null, document_id uuid not null, id uuid not null,
  batch uuid not null, sha256 text not null, path text not null, identity text not null,
  machine text not null, corrected text not null, placed text, why text not null, who text not null, at timestamptz not null,
  undone_at timestamptz, undone_by text, undone_why text,
  primary key (region, year, id)
);
create index correction_sha256 on correction (sha256, id);

-- What holds for a version that was corrected: the corrected reading, its findings, and how often it was changed.
create table corrected_reading (
  region int not null, year smallint not null, document_id uuid not null, revision int not null,
  reading bytea not null, verdict bytea not null,
  primary key (region, year, document_id)
);
alter table corrected_reading alter column reading set storage external, alter column verdict set storage external;
