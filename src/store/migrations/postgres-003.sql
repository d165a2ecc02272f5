-- Files that wait to be imported by whichever machine has time. pg-boss, in a schema of its own, says who may take which;
-- what they are and what became of them stands here.

create table queued_file (
  id uuid primary key, name text not null, sha256 text not null,
  bytes bytea, -- until it is imported
  region int not null, year smallint, source_url text, actor text not null,
  enqueued_at timestamptz not null default now(),
  taken_at timestamptz, taken_by text,
  ended_at timestamptz, outcome text, detail jsonb
);
alter table queued_file alter column bytes set storage external;
create unique index queued_file_waiting on queued_file (sha256, region, coalesce(year, 0)) where ended_at is null;
create index queued_file_ended on queued_file (outcome, ended_at);
