package org.gongzhi.organization;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds there are, in their order. */
@Component
class OrganizationKindQueries {

    private final Sql sql;

    OrganizationKindQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * 党组织类型, and the matters that bind it.
     *
     * @param height whom it may answer to stands higher, a smaller number; those of the first height may answer to one another
     * @param leastKey full members without which it may not be
     * @param aboveKey full members it normally has more than
     * @param mostKey members it normally has at most
     * @param unitsKey it is of several units
     * @param lastsKey it is for a work that ends
     * @param termKey its term of office; null: none
     * @param hasBoard how large its committee may be depends on its full members
     */
    record OrganizationKind(
            String code,
            String name,
            String nameEn,
            int height,
            @Nullable String leastKey,
            @Nullable String aboveKey,
            @Nullable String mostKey,
            @Nullable String unitsKey,
            @Nullable String lastsKey,
            @Nullable String termKey,
            boolean hasBoard) {

        private static final int FIRST = 1;

        boolean mayAnswerTo(OrganizationKind other) {
            return other.height < height || (height == FIRST && other.height == FIRST);
        }

        String name(boolean isEnglish) {
            return isEnglish ? nameEn : name;
        }
    }

    Map<String, OrganizationKind> all() {
        Map<String, OrganizationKind> kinds = new LinkedHashMap<>();
        sql.of("""
                        select code, name, name_en, height, least_key, above_key, most_key, units_key, lasts_key, term_key, has_board
                        from organization_kind order by position""")
                .list(row -> new OrganizationKind(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.whole("height"),
                        row.textOrNull("least_key"),
                        row.textOrNull("above_key"),
                        row.textOrNull("most_key"),
                        row.textOrNull("units_key"),
                        row.textOrNull("lasts_key"),
                        row.textOrNull("term_key"),
                        row.yes("has_board")))
                .forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }

    Outcome<OrganizationKind> findOrRefuse(String code) {
        OrganizationKind kind = all().get(code);
        return kind == null ? Outcome.invalid("kind", OrganizationRefusal.KIND_UNKNOWN) : Outcome.done(kind);
    }

    OrganizationKind get(String code) {
        return findOrRefuse(code).orThrow();
    }
}
