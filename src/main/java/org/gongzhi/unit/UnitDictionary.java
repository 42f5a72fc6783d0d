package org.gongzhi.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** Kinds of units, bands of size, sections and divisions of industry: rows that a migration adds to. */
@Component
class UnitDictionary {

    private final Sql sql;

    UnitDictionary(Sql sql) {
        this.sql = sql;
    }

    /**
     * A kind.
     *
     * @param isNew of the new organizations 两新组织
     * @param isSite a place other units are in, without a credit code
     */
    record Kind(String code, String name, String nameEn, boolean isNew, boolean isSite) {
        String name(boolean isEnglish) {
            return isEnglish ? nameEn : name;
        }
    }

    record Band(String code, String name, String nameEn, int least, int most) {
        String name(boolean isEnglish) {
            return isEnglish ? nameEn : name;
        }
    }

    record Industry(String code, String section, String name, String nameEn) {
        String name(boolean isEnglish) {
            return isEnglish ? nameEn : name;
        }
    }

    Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        sql.of("select code, name, name_en, is_new, is_site from unit_kind order by position")
                .list(row -> kinds.put(
                        row.text("code"),
                        new Kind(
                                row.text("code"),
                                row.text("name"),
                                row.text("name_en"),
                                row.yes("is_new"),
                                row.yes("is_site"))));
        return kinds;
    }

    List<Band> bands() {
        return sql.of("select code, name, name_en, least, most from unit_band order by position")
                .list(row -> new Band(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.whole("least"),
                        row.whole("most")));
    }

    Optional<Band> band(String code) {
        return bands().stream().filter(band -> band.code().equals(code)).findFirst();
    }

    /** Sections first in the order of their letters, each with its divisions behind it. */
    Map<String, Industry> industries() {
        Map<String, Industry> industries = new LinkedHashMap<>();
        sql.of(
                        "select code, section_code, name, name_en from unit_industry order by section_code, code <> section_code, code")
                .list(row -> industries.put(
                        row.text("code"),
                        new Industry(
                                row.text("code"), row.text("section_code"), row.text("name"), row.text("name_en"))));
        return industries;
    }
}
