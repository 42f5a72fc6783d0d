package org.gongzhi.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class FileController {

    private final Files files;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final RateLimits limits;
    private final ObjectProvider<FileBearer> bearers;

    FileController(
            Files files,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            RateLimits limits,
            ObjectProvider<FileBearer> bearers) {
        this.files = files;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.limits = limits;
        this.bearers = bearers;
    }

    /** {@code region}: where the matter is; the duty's own node when absent. */
    @PostMapping("/api/files")
    Answer.Created<Files.Stored> upload(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam MultipartFile file)
            throws IOException {
        RegionCode where =
                region == null ? actor.node() : RegionCode.parse(region).orElse(null);
        if (where == null) {
            return commands.refused(Outcome.invalid("region", FileRefusal.REGION_UNKNOWN));
        }
        return upload(actor, where, request, file);
    }

    private Answer.Created<Files.Stored> upload(
            Actor actor, RegionCode where, HttpServletRequest request, MultipartFile file) throws IOException {
        var content = new Bytes(file.getBytes());
        // Drawn before the transaction begins, so that no connection waits for a picture.
        Outcome<Upload> upload = Upload.of(name(file), content);
        return commands.created(
                actor,
                request,
                List.of(where.toString(), HexFormat.of().formatHex(content.sha256())),
                () -> upload.then(ready -> files.keep(actor, where, ready)));
    }

    /** For residents: no account, no address. {@code region} is the place the matter is about. */
    @PostMapping("/public/files")
    Answer.Created<Files.Stored> uploadByResident(
            HttpServletRequest request, @RequestParam String region, @RequestParam MultipartFile file)
            throws IOException {
        if (limits.allow(request, "public-file") instanceof Outcome.Refused<Boolean> refused) {
            return commands.refused(refused);
        }
        Region place = RegionCode.parse(region)
                .flatMap(regions::find)
                .filter(Region::working)
                .orElse(null);
        if (place == null) {
            return commands.refused(Outcome.invalid("region", FileRefusal.REGION_UNKNOWN));
        }
        return upload(Actor.resident(place.code(), place.subtree()), place.code(), request, file);
    }

    @GetMapping("/api/files/{id}")
    Answer<byte[]> file(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answer(actor, id, () -> files.open(id));
    }

    @GetMapping("/api/files/{id}/thumbnail")
    Answer<byte[]> thumbnail(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answer(actor, id, () -> files.openThumbnail(id));
    }

    private Answer<byte[]> answer(Actor actor, UUID id, Supplier<Optional<Files.Content>> opening) {
        Optional<Files.Content> found =
                transactions.read(actor, () -> mayOpen(actor, id) ? opening.get() : Optional.empty());
        return found.isPresent()
                ? Answer.of(FileAnswer.of(found.get()))
                : answers.refused(Outcome.refused(FileRefusal.NOT_FOUND));
    }

    private boolean mayOpen(Actor actor, UUID id) {
        return files.isOnesOwn(actor, id) || bearers.stream().anyMatch(bearer -> bearer.shows(actor, id));
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
