package org.gongzhi.database;

/** A PostgreSQL that somebody else runs; the given login owns the database. */
record ExternalPostgres(String url, Login owner, Login application) implements DatabaseServer {

    static ExternalPostgres prepared(String url, Login owner, Login application) {
        DatabaseRoles.prepare(url, owner, application);
        return new ExternalPostgres(url, owner, application);
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
