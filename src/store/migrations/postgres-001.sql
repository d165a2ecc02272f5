-- Region and year are in every key, ids are UUIDv7 made in the application, money is whole 分. The large tables are
-- partitioned by year; partitions are made when a year first comes. Names are compared by code point (collate "C"), so
-- that every server, and SQLite, sorts them alike.

-- All 1- and 2-grams of a folded text; a line break separates fields.
create function jiheng_grams(s text) returns text[] immutable strict parallel safe language plpgsql as $$
declare
  c text[] := string_to_array(s, null);
  o text[] := '{}';
  n int := coalesce(array_length(c, 1), 0);
  k int := 0;
begin
  for i in 1..n loop
    if c[i] <> chr(10) then
      k := k + 1;
      o[k] := c[i];
      if i < n and c[i + 1] <> chr(10) then
        k := k + 1;
        o[k] := c[i] || c[i + 1];
      end if;
    end if;
  end loop;
  return o;
end $$;

create table document (
  region int not null, year smallint not null, id uuid not null, year_inferred smallint not null,
  series uuid not null, version int not null, current smallint not null,
  kind text not null, sha256 text not null, file_name text not null, title text, title_key text not null,
  department_id text not null, department text not null, source_url text, imported_at timestamptz not null,
  imported_by text not null, bytes bigint not null, projects int not null, indicators int not null,
  total bigint, errors int not null, warnings int not null, infos int not null,
  characters bigint not null, unplaced_characters bigint not null,
  source bytea not null, reading bytea not null, verdict bytea not null,
  primary key (region, year, id)
);
-- Deflated already: trying again would only cost time.
alter table document alter column reading set storage external, alter column verdict set storage external;
create index document_sha256 on document (sha256);
create index document_series on document (series, version);
create index document_table on document (region, department_id, year) where current = 1;

create table organisation (
  region int not null, id text not null, parent_id text, name text collate "C" not null,
  primary key (region, id)
);

create table project (
  region int not null, year smallint not null, id uuid not null, year_inferred smallint not null,
  document_id uuid not null, document_year smallint not null, position int not null, path text not null,
  department_id text not null, unit_id text not null,
  name text not null, code text, title text collate "C" not null, title_key text not null, withheld smallint not null,
  total bigint, appropriation bigint, special_account bigint, other bigint,
  indicators int not null, annual_targets int not null, quantified int not null,
  dimension_mask int not null, aspect_mask int not null, kind_mask int not null,
  errors int not null, warnings int not null, infos int not null,
  search_text text not null,
  primary key (year, region, id)
) partition by list (year);
create index project_id on project (id);
create index project_newest on project (year desc, document_id desc, position);
create index project_department on project (department_id, unit_id, year);
create index project_title on project (unit_id, title_key);
-- The list of new grams that wait for their place is read by every search: it is kept short (kilobytes).
create index project_grams on project using gin (jiheng_grams(search_text)) with (gin_pending_list_limit = 512);

create table indicator (
  region int not null, year smallint not null, project_id uuid not null, seq int not null,
  document_id uuid not null, position int not null,
  dimension smallint not null, aspect smallint not null, level1 text, level2 text, name text not null,
  cycle text, cycle_kind smallint not null, cycle_cmp text,
  cycle_num double precision, cycle_num2 double precision, cycle_unit text,
  annual text, annual_kind smallint not null, annual_cmp text,
  annual_num double precision, annual_num2 double precision, annual_unit text,
  search_text text not null,
  primary key (year, region, project_id, seq),
  foreign key (year, region, project_id) references project (year, region, id)
) partition by list (year);
create index indicator_newest on indicator (year desc, document_id desc, position);
create index indicator_project on indicator (project_id);
create index indicator_profile on indicator (dimension, aspect, annual_kind);
create index indicator_grams on indicator using gin (jiheng_grams(search_text)) with (gin_pending_list_limit = 512);

create table finding (
  region int not null, year smallint not null, document_id uuid not null, seq int not null,
  project_id uuid, rule text not null, severity text not null, subject text not null,
  primary key (document_id, seq, region, year)
);
create index finding_rule on finding (rule, project_id);
create index finding_project on finding (project_id, severity);

create table difference (
  region int not null, year smallint not null, document_id uuid not null, seq int not null,
  kind text not null, unit text not null, project text not null, indicator text, field text,
  before text, after text,
  primary key (document_id, seq, region, year)
);

create table event (
  sequence bigint generated always as identity,
  region int not null, year smallint not null, document_id uuid not null, id uuid not null,
  at timestamptz not null, actor text not null, verb text not null, facts text not null,
  primary key (region, year, id)
);
create index event_sequence on event (sequence);
