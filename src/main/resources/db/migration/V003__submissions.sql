-- One thing one reader said: evidence, never changed.
create table submissions (
  id          uuid primary key,
  delivery_id uuid not null references deliveries,
  channel     text not null,
  medium      text not null,
  external_id text not null,                            -- the provider's id of the message
  reader_id   uuid references readers,                  -- null: no address was left
  sent_at     timestamptz,                              -- the provider's time, null when it names none
  received_at timestamptz not null,
  text        text not null,
  subject     text,
  quoted      text,                                     -- the mail they answered: folded on screen, never cut
  place       text,
  latitude    double precision,
  longitude   double precision,
  location_label text,
  replied_to  text,                                     -- external id of the message this one answers
  marks       text[] not null default '{}',
  unique (channel, external_id)
);
create index submissions_delivery on submissions (delivery_id);
create index submissions_reader on submissions (reader_id, received_at desc) where reader_id is not null;

-- Files of a submission; their bytes are in the media store, by hash.
create table attachments (
  id            uuid primary key,
  submission_id uuid not null references submissions,
  position      integer not null,                       -- from 0, in the order the reader sent them
  channel       text not null,
  message_id    text,                                   -- with locator: where the provider keeps it
  locator       text,                                   -- null: it came with the delivery
  name          text,                                   -- as the sender called it: shown as text, never a path
  declared_type text,                                   -- the sender's claim
  type          text,                                   -- ours, from the bytes
  bytes         bigint,
  sha256        text,                                   -- null until STORED
  state         text not null check (state in ('PENDING', 'STORED', 'LOST')),
  failure       text,                                   -- why it is pending or lost, in words
  unique (submission_id, position)
);

-- What providers said of our replies, kept by rank and not by arrival.
create table reply_receipts (
  delivery_id uuid not null references deliveries,
  position    integer not null,
  channel     text not null,
  external_id text not null,
  status      text not null,
  error_code  text,
  received_at timestamptz not null,
  primary key (delivery_id, position)
);
create index reply_receipts_reply on reply_receipts (channel, external_id);
