-- Decisions of a server and of reviewers, only ever added to. Each row is tied to the one before it by
-- SHA-256(previous || ' ' || number || ' ' || entry), which the database itself works out: nobody can put in another.

create table tarmaq.settings (
  only_row boolean primary key default true check (only_row),
  retention_days integer not null default 30 check (retention_days >= 1)
);
insert into tarmaq.settings default values;

-- Receipts of verdicts. `entry` is what the chain ties; `request` holds personal data, is covered by its hash in the
-- receipt, and is forgotten after the retention.
create table tarmaq.decisions (
  number bigint primary key,
  previous text not null,
  hash text not null unique,
  kept timestamptz not null,
  entry text not null,
  request text
);
create index on tarmaq.decisions (kept) where request is not null;

-- Decisions of reviewers. The position among those of one regulation is said by who adds one: of two who have seen the
-- same, the second is refused.
create table tarmaq.review_decisions (
  number bigint primary key,
  previous text not null,
  hash text not null unique,
  kept timestamptz not null,
  entry text not null,
  regulation text not null,
  position integer not null check (position > 0),
  unique (regulation, position)
);

create function tarmaq.link() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  head record;
begin
  perform pg_advisory_xact_lock(1952541293, hashtext(tg_table_name));
  execute format('select number, hash from %I.%I order by number desc limit 1', tg_table_schema, tg_table_name) into head;
  new.number := coalesce(head.number, 0) + 1;
  new.previous := coalesce(head.hash, repeat('0', 64));
  new.hash := encode(sha256(convert_to(new.previous || ' ' || new.number || ' ' || new.entry, 'UTF8')), 'hex');
  new.kept := clock_timestamp();
  return new;
end $$;

create function tarmaq.place() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.regulation := (new.entry::jsonb)->>'regulation';
  new.position := ((new.entry::jsonb)->>'position')::integer;
  return new;
end $$;

create function tarmaq.refuse() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'tarmaq.% is only ever added to', tg_table_name using errcode = '42501';
end $$;

-- A request may be forgotten once the retention is over; nothing else of a row may ever change.
create function tarmaq.forget_alone() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    if new.request is null
      and row(new.number, new.previous, new.hash, new.kept, new.entry)
        = row(old.number, old.previous, old.hash, old.kept, old.entry)
      and old.kept < now() - make_interval(days => (select retention_days from tarmaq.settings))
    then
      return new;
    end if;
  end if;
  raise exception 'tarmaq.% is only ever added to', tg_table_name using errcode = '42501';
end $$;

create trigger a_link before insert on tarmaq.decisions for each row execute function tarmaq.link();
create trigger b_forget before update or delete on tarmaq.decisions for each row execute function tarmaq.forget_alone();
create trigger c_whole before truncate on tarmaq.decisions for each statement execute function tarmaq.refuse();

create trigger a_link before insert on tarmaq.review_decisions for each row execute function tarmaq.link();
create trigger a_place before insert on tarmaq.review_decisions for each row execute function tarmaq.place();
create trigger b_refuse before update or delete on tarmaq.review_decisions for each row execute function tarmaq.refuse();
create trigger c_whole before truncate on tarmaq.review_decisions for each statement execute function tarmaq.refuse();

-- With the owner's rights, but nothing to be told: a role that may call it can forget no more than the owner has said.
create function tarmaq.forget() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  forgotten bigint;
begin
  update tarmaq.decisions set request = null
    where request is not null
      and kept < now() - make_interval(days => (select retention_days from tarmaq.settings));
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function tarmaq.forget() from public;
