package org.gongzhi.database;

/** Where the database is and who may enter it. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres, RunningPostgres {

    /** JDBC address of the application's database. */
    String url();

    /** Owns the schema; used for migrations and for nothing else. */
    Login owner();

    /** Owns nothing; everything but migrations runs as this role. */
    Login application();

    @Override
    void close();
}
