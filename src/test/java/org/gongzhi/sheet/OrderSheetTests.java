package org.gongzhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@GongzhiTest
@Import(ActingAs.class)
class OrderSheetTests {

    private final SheetDesk desk;
    private final ApplySheetJob applying;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Actor officer = Actor.worker("not yet");

    OrderSheetTests(@Autowired ApplicationContext context, @Autowired ApplySheetJob applying) {
        this.desk = new SheetDesk(context);
        this.applying = applying;
    }

    @BeforeEach
    void sits() {
        officer = desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.CHAOWAI);
        desk.sit(officer);
    }

    private String sheet(int lines) {
        String at = LocalDateTime.now(Time.ZONE).minusHours(2).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        return SheetDesk.HEADINGS
                + IntStream.range(0, lines)
                        .mapToObj(n -> "Q%s%d,%s,楼道灯不亮第 %d 处,其他,,吉庆里,,,,\n".formatted(run, n, at, n))
                        .collect(Collectors.joining());
    }

    /** The same, every second line of another community. */
    private String alternating(int lines) {
        String[] line = sheet(lines).split("\n", -1);
        for (int n = 2; n < line.length; n += 2) {
            line[n] = line[n].replace("吉庆里", "吉祥里");
        }
        return String.join("\n", line);
    }

    private String uploaded(int lines) {
        return desk.upload(sheet(lines)).text("id");
    }

    private String mapped(String id, Map<String, ?> columns) {
        return desk.send(put("/api/sheet-imports/{id}/mapping", id), Map.of("columns", columns))
                .code();
    }

    @Test
    void nothingIsImportedBeforeItWasCheckedNorTwice() {
        String id = uploaded(2);
        assertThat(desk.send(post("/api/sheet-imports/{id}/application", id), Map.of())
                        .code())
                .isEqualTo("sheet.not-checked");
        assertThat(desk.send(post("/api/sheet-imports/{id}/undoing", id), Map.of())
                        .code())
                .isEqualTo("sheet.nothing-to-undo");
        desk.check(id, Map.of());
        desk.apply(id);
        assertThat(desk.send(post("/api/sheet-imports/{id}/application", id), Map.of())
                        .code())
                .isEqualTo("sheet.busy");
        assertThat(desk.send(put("/api/sheet-imports/{id}/mapping", id), Map.of("columns", Map.of()))
                        .code())
                .isEqualTo("sheet.busy");
        String again = uploaded(2);
        desk.check(again, Map.of());
        assertThat(desk.send(post("/api/sheet-imports/{id}/application", again), Map.of())
                        .code())
                .isEqualTo("sheet.nothing-to-apply");
        desk.undo(id);
        assertThat(desk.send(post("/api/sheet-imports/{id}/undoing", id), Map.of())
                        .code())
                .isEqualTo("sheet.nothing-to-undo");
    }

    @Test
    void columnsAreChosenOnceEachAndWhatIsNeededIsChosen() {
        String id = uploaded(1);
        assertThat(mapped(id, Map.of("number", "工单编号"))).isEqualTo("sheet.column-missing");
        assertThat(mapped(id, Map.of("number", "没有这列"))).isEqualTo("sheet.heading-unknown");
        assertThat(mapped(id, Map.of("moon", "工单编号"))).isEqualTo("sheet.column-unknown");
        assertThat(mapped(id, Map.of("number", "工单编号", "words", "工单编号", "called", "来电时间")))
                .isEqualTo("sheet.heading-twice");
        assertThat(desk.send(
                                put("/api/sheet-imports/{id}/mapping", id),
                                Map.of("columns", Map.of(), "saveAs", "长".repeat(31)))
                        .code())
                .isEqualTo("sheet.mapping-name");
        assertThat(desk.send(put("/api/sheet-imports/{id}/mapping", UUID.randomUUID()), Map.of("columns", Map.of()))
                        .code())
                .isEqualTo("sheet.unknown");
    }

    @Test
    void aMappingIsKeptUnderItsNameAndTakenForTheNextSheet() {
        String name = "热线 " + run;
        desk.check(uploaded(1), Map.of("saveAs", name, "options", Map.of("toStreet", "false")));
        Said next = desk.page(uploaded(1));
        assertThat(next.at("keptMappings").findValuesAsString("name")).contains(name);
        desk.check(uploaded(1), Map.of("saveAs", name, "options", Map.of("toStreet", "true")));
        assertThat(next.at("mapping", "columns").path("number").asString()).isEqualTo("工单编号");
    }

    @Test
    void anImportThatBreaksOffGoesOnWhereItStopped() {
        String id = desk.upload(alternating(4_500)).text("id");
        desk.check(id, Map.of());
        int[] reports = {0};
        Progress breaks = new Progress() {
            @Override
            public void report(long done, @Nullable Long total, @Nullable String message) {
                if (++reports[0] == 1) {
                    throw new IllegalStateException("the node was killed");
                }
            }

            @Override
            public Path newFile(String ending) {
                throw new UnsupportedOperationException("an import writes no file");
            }
        };
        var task = JsonMapper.shared().valueToTree(Map.of("importId", id));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> applying.run(officer, task, breaks))
                .hasMessage("the node was killed");
        Said broken = desk.page(id);
        assertThat(broken.at("sheet").path("applied").asInt()).isEqualTo(2_000);
        assertThat(desk.owner
                        .sql("select count(distinct region_code) from hotline_case where number like :run")
                        .param("run", "Q" + run + "%")
                        .query(Long.class)
                        .single())
                .as("lines of one place are applied together, wherever they stand")
                .isOne();
        assertThat(broken.at("may").path("apply").asBoolean()).isTrue();
        assertThat(broken.at("may").path("undo").asBoolean()).isTrue();

        // What a crash of the database leaves of an unlogged table.
        desk.owner
                .sql("delete from sheet_row where import_id = cast(:id as uuid)")
                .param("id", id)
                .update();

        Said whole = desk.apply(id);
        assertThat(whole.at("sheet").path("applied").asInt()).isEqualTo(4_500);
        assertThat(desk.owner
                        .sql("select count(distinct number) from hotline_case where number like :run")
                        .param("run", "Q" + run + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(4_500);
        assertThat(desk.undo(id).at("sheet").path("undone").asInt()).isEqualTo(4_500);
    }
}
