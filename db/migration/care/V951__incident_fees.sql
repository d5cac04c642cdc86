-- Incident fees of a bank as they were charged, each told once: where they are capped, the sum of the year counts.
create table care_incident_fee (
    signal     uuid primary key,
    customer   uuid   not null,
    charged_on date   not null,
    cents      bigint not null check (cents > 0)
);
create index care_incident_fee_customer on care_incident_fee (customer, charged_on);
