package org.gongzhi.database;

import java.util.Locale;

/** The systems for which a PostgreSQL is bundled. */
enum OperatingSystem {
    LINUX,
    DARWIN,
    WINDOWS;

    static OperatingSystem current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return WINDOWS;
        }
        return name.contains("mac") ? DARWIN : LINUX;
    }
}
