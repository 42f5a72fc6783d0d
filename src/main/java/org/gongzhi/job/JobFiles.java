package org.gongzhi.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where jobs write what they make, until it is stored: in the data folder, which is as large and as closed as what it holds asks for, each process in a folder
 * named by its number. What a killed process left is thrown away at the next start.
 */
@Component
class JobFiles {

    private static final Logger LOG = LoggerFactory.getLogger(JobFiles.class);

    private final Path folder;
    private final Path own;

    JobFiles(@Value("${gongzhi.data-dir}") String dataFolder) {
        this.folder = Path.of(dataFolder, "jobs").toAbsolutePath();
        this.own = folder.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** Empty, readable by nobody else. */
    Path make(String ending) {
        try {
            Files.createDirectories(own);
            return Files.createTempFile(own, "job", "." + ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a file of a job stays behind: {}", file);
        }
    }

    /** Of processes that are no more, and of an earlier one with this one's number. Only before this process takes its first job. */
    void sweep() {
        for (Path left : inside(folder)) {
            String name = left.getFileName().toString();
            boolean isAnothers = !left.equals(own)
                    && name.chars().allMatch(Character::isDigit)
                    && ProcessHandle.of(Long.parseLong(name)).isPresent();
            if (!isAnothers) {
                inside(left).forEach(this::delete);
                delete(left);
            }
        }
    }

    private static List<Path> inside(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
