package org.gongzhi.sheet;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sheets on their way in. */
@RestController
@RequestMapping("/api")
class SheetController {

    record MappingRequest(
            Map<String, String> columns,
            @Nullable Map<String, Map<String, String>> words,
            @Nullable Map<String, String> options,
            @Nullable String saveAs) {}

    record Accepted(UUID jobId) {}

    private final UploadSheet upload;
    private final OrderSheet order;
    private final SheetView view;
    private final SheetProblems problems;
    private final Commands commands;
    private final Answers answers;

    SheetController(
            UploadSheet upload,
            OrderSheet order,
            SheetView view,
            SheetProblems problems,
            Commands commands,
            Answers answers) {
        this.upload = upload;
        this.order = order;
        this.view = view;
        this.problems = problems;
        this.commands = commands;
        this.answers = answers;
    }

    /** The file is the body itself: sheets are larger than what forms may send. */
    @PostMapping("/sheet-imports")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Answer.Created<SheetView.Sheet> upload(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestParam String kind, @RequestParam String name)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(SheetReader.MOST_BYTES + 1);
        Outcome<SheetImports.Sent> seen = upload.look(actor, kind, name, content);
        return switch (seen) {
            case Outcome.Refused<SheetImports.Sent> refused -> commands.refused(refused);
            case Outcome.Done<SheetImports.Sent>(SheetImports.Sent sent) ->
                commands.created(
                        actor,
                        request,
                        List.of(kind, sent.name(), UploadSheet.hex(sent.sha256())),
                        () -> upload.upload(actor, sent).map(SheetView.Sheet::of));
        };
    }

    @GetMapping("/sheet-imports")
    Answer<Items<SheetView.Sheet>> latest(@CurrentActor Actor actor, @RequestParam String kind) {
        return answers.of(view.latest(actor, kind).map(Items::new));
    }

    @GetMapping("/sheet-imports/{id}")
    Answer<SheetView.Page> page(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(view.page(actor, id));
    }

    @GetMapping("/sheet-imports/{id}/words")
    Answer<SheetView.Words> words(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @RequestParam String column,
            @RequestParam String heading) {
        return answers.of(view.words(actor, id, column, heading));
    }

    @PutMapping("/sheet-imports/{id}/mapping")
    Answer.Accepted<Accepted> check(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody MappingRequest body) {
        SheetMapping mapping = new SheetMapping(
                body.columns(),
                body.words() == null ? Map.of() : body.words(),
                body.options() == null ? Map.of() : body.options());
        return commands.accepted(
                actor,
                request,
                body,
                () -> order.check(actor, id, mapping, body.saveAs()).map(Accepted::new));
    }

    @PostMapping("/sheet-imports/{id}/application")
    Answer.Accepted<Accepted> apply(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.accepted(
                actor, request, null, () -> order.apply(actor, id).map(Accepted::new));
    }

    @PostMapping("/sheet-imports/{id}/undoing")
    Answer.Accepted<Accepted> undo(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.accepted(
                actor, request, null, () -> order.undo(actor, id).map(Accepted::new));
    }

    @GetMapping(
            path = "/sheet-imports/{id}/problems",
            produces = {SheetWriter.XLSX, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    Answer<byte[]> problems(@CurrentActor Actor actor, @PathVariable UUID id) {
        Outcome<SheetImport> found = view.find(actor, id);
        if (!(found instanceof Outcome.Done<SheetImport>(SheetImport sheet))) {
            return answers.refused((Outcome.Refused<?>) found);
        }
        Optional<byte[]> content = problems.open(actor, sheet);
        if (content.isEmpty()) {
            return answers.refused(Outcome.refused(SheetRefusal.CONTENT_GONE));
        }
        var out = new ByteArrayOutputStream();
        problems.write(actor, sheet, content.get(), out);
        return file("有问题的行-" + sheet.name().replaceFirst("\\.[^.]{1,5}$", "") + ".xlsx", out.toByteArray());
    }

    @GetMapping(
            path = "/sheet-kinds/{kind}/template",
            produces = {SheetWriter.XLSX, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    Answer<byte[]> template(@CurrentActor Actor actor, @PathVariable String kind) {
        return switch (view.template(actor, kind)) {
            case Outcome.Done<byte[]>(byte[] sheet) -> file("模板.xlsx", sheet);
            case Outcome.Refused<byte[]> refused -> answers.refused(refused);
        };
    }

    private static Answer<byte[]> file(String name, byte[] content) {
        return Answer.of(ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SheetWriter.XLSX))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content));
    }
}
