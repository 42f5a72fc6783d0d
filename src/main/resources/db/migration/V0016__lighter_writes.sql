-- What every change pays for and nobody gains by.

-- Both tables are written by one statement next to the entry itself, the queue by whoever writes the entry, the seals by the sealer out of what it has just
-- read; entries are never deleted (the application may not), and verify-audit tells of a seal without an entry and of an entry without a seal. A foreign key
-- checked the same again, row by row.
alter table audit_unsealed drop constraint audit_unsealed_entry_id_fkey;
alter table audit_seal drop constraint audit_seal_entry_id_fkey;
