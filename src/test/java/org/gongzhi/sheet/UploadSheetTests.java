package org.gongzhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(ActingAs.class)
class UploadSheetTests {

    private static final String LINE = "A1,2026-11-20 08:30,暖气不热,供暖,,永安里,3号楼,刘淑珍,13800005521,\n";

    private final SheetDesk desk;
    private final SheetImports imports;

    UploadSheetTests(@Autowired ApplicationContext context, @Autowired SheetImports imports) {
        this.desk = new SheetDesk(context);
        this.imports = imports;
    }

    @BeforeEach
    void sits() {
        desk.sit(desk.hire(DutyKind.DISTRICT_OFFICER, RegionFixtures.CHAOYANG));
    }

    @Test
    void aSheetIsKeptSealedAndThatItCameIsOnRecord() {
        Said sent = desk.upload("十一月.csv", (SheetDesk.HEADINGS + LINE).getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("state")).isEqualTo("uploaded");
        assertThat(sent.text("name")).isEqualTo("十一月.csv");
        UUID id = UUID.fromString(sent.text("id"));
        for (String column : new String[] {"content", "sample"}) {
            byte[] kept = desk.owner
                    .sql("select content, sample from sheet_import where id = :id")
                    .param("id", id)
                    .query((row, _) -> row.getBytes(column))
                    .single();
            assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("13800005521");
        }
        assertThat(desk.owner
                        .sql("select count(*) from audit_entry where subject_id = :id and action = 'sheet.upload'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsNoSheetIsRefusedWithTheWayOut() {
        assertThat(desk.upload("").code()).isEqualTo("sheet.empty");
        assertThat(desk.upload("只有一格").code()).isEqualTo("sheet.no-heading");
        assertThat(desk.upload(SheetDesk.HEADINGS).code()).isEqualTo("sheet.no-lines");
        assertThat(desk.upload("x".repeat(121), "a,b\n1,2".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("sheet.name-missing");
        assertThat(desk.upload("旧.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .code())
                .isEqualTo("sheet.old-excel");
        assertThat(desk.ask(post("/api/sheet-imports")
                                .param("kind", "moon")
                                .param("name", "a.csv")
                                .header("Idempotency-Key", "12345678")
                                .content("a,b"))
                        .code())
                .isEqualTo("sheet.kind-unknown");
        assertThat(desk.upload("大.csv", new byte[SheetReader.MOST_BYTES + 1]).code())
                .isEqualTo("sheet.too-large");
    }

    @Test
    void headingsMayStandBelowATitle() {
        Said sent = desk.upload("12345 热线工单,,\n导出时间：今天,,\n" + SheetDesk.HEADINGS + LINE);
        Said page = desk.page(sent.text("id"));
        assertThat(page.at("headings").path(0).asString()).isEqualTo("工单编号");
        assertThat(page.at("sample")).hasSize(1);
        assertThat(desk.check(sent.text("id"), Map.of())
                        .at("sheet")
                        .path("lines")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void sheetsAreThrownAwayAfterAWhileAndTheirFiguresStay() {
        String id = desk.upload(SheetDesk.HEADINGS + LINE).text("id");
        desk.owner
                .sql(
                        "update sheet_import set created_at = created_at - interval '91 days' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(imports.sweep()).isPositive();
        assertThat(desk.page(id).at("sheet").path("hasContent").asBoolean()).isFalse();
        assertThat(desk.page(id).at("sample")).isEmpty();
        assertThat(desk.ask(get("/api/sheet-imports/{id}/problems", id)).code()).isEqualTo("sheet.content-gone");
        assertThat(desk.send(
                                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                        "/api/sheet-imports/{id}/mapping", id),
                                Map.of("columns", Map.of()))
                        .code())
                .isEqualTo("sheet.content-gone");
        assertThat(desk.send(post("/api/sheet-imports/{id}/application", id), Map.of())
                        .code())
                .isEqualTo("sheet.content-gone");
        assertThat(desk.ask(get("/api/sheet-imports/{id}/words", id)
                                .param("column", "type")
                                .param("heading", "诉求类型"))
                        .code())
                .isEqualTo("sheet.content-gone");
    }
}
