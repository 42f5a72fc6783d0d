package org.gongzhi.kernel;

import java.util.List;

/** Something the command line asks for instead of serving pages: {@code ./gongzhi verify-audit}. Made by Spring like anything else. */
public interface Verb {

    /** As typed. */
    String name();

    /** Does it, says on standard output what came of it, and answers the exit code: 0 for well. */
    int run(List<String> arguments);
}
