package org.gongzhi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How PostgreSQL's programs are run: they refuse to run as root, and they must not outlive the application. */
sealed interface Unprivileged {

    /** The command in the form in which this machine has to run it. */
    List<String> command(List<String> program);

    /** Makes a folder usable by the programs. */
    void own(Path folder);

    /** The same command, stopped (as by Ctrl-C) when the thread that starts it dies with its process. */
    default List<String> dyingWithStarter(List<String> program) {
        if (OperatingSystem.current() != OperatingSystem.LINUX) {
            return command(program);
        }
        List<String> bound = new ArrayList<>(List.of("setpriv", "--pdeathsig", "INT", "--"));
        bound.addAll(program);
        return command(bound);
    }

    /** What fits this machine and user. */
    static Unprivileged here() {
        if (!isRoot()) {
            return new AsOurselves();
        }
        return succeeds(List.of("unshare", "-U", "true")) ? new InUserNamespace() : AsOtherUser.available();
    }

    /** Not root: nothing to do. */
    record AsOurselves() implements Unprivileged {
        @Override
        public List<String> command(List<String> program) {
            return program;
        }

        @Override
        public void own(Path folder) {
            // Already ours.
        }
    }

    /** Root, in a user namespace of its own, where it looks like nobody and its files like nobody's. */
    record InUserNamespace() implements Unprivileged {
        @Override
        public List<String> command(List<String> program) {
            List<String> wrapped = new ArrayList<>(List.of("unshare", "-U", "--"));
            wrapped.addAll(program);
            return wrapped;
        }

        @Override
        public void own(Path folder) {
            // The namespace shows root's files as its own.
        }
    }

    /** Root where user namespaces are forbidden: as another user, who then owns the database's files. */
    record AsOtherUser(String user, String group) implements Unprivileged {

        static AsOtherUser available() {
            return succeeds(List.of("id", "postgres"))
                    ? new AsOtherUser("postgres", "postgres")
                    : new AsOtherUser("nobody", "nogroup");
        }

        @Override
        public List<String> command(List<String> program) {
            List<String> wrapped =
                    new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", group, "--clear-groups", "--"));
            wrapped.addAll(program);
            return wrapped;
        }

        @Override
        public void own(Path folder) {
            try (Stream<Path> inside = Files.walk(folder)) {
                UserPrincipal owner =
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
                for (Path path : inside.toList()) {
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .setOwner(owner);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The user " + user + " cannot be given " + folder, e);
            }
            if (!succeeds(command(List.of("test", "-w", folder.toString())))) {
                throw new DatabaseUnavailable(
                        "PostgreSQL has to run as the user %s here, who cannot reach %s.".formatted(user, folder),
                        "Use a folder that every user can reach, such as --gongzhi.data-dir=/var/lib/gongzhi.");
            }
        }
    }

    private static boolean isRoot() {
        return OperatingSystem.current() != OperatingSystem.WINDOWS && "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
