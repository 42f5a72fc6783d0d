package org.gongzhi.staffing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Duties and places as people read them. */
@Component
class StaffNames {

    /** In the order of the axis, from the grid up; the three administrators last. */
    static final List<DutyKind> KINDS = Arrays.stream(DutyKind.values())
            .filter(kind -> kind != DutyKind.RESIDENT && kind != DutyKind.WORKER)
            .toList();

    private final RegionLookup regions;
    private final MessageSource messages;

    StaffNames(RegionLookup regions, MessageSource messages) {
        this.regions = regions;
        this.messages = messages;
    }

    String duty(DutyKind kind) {
        return messages.getMessage("identity.duty." + kind.code(), null, LocaleContextHolder.getLocale());
    }

    /** 朝阳区 › 建外街道. */
    String place(@Nullable RegionCode code) {
        return code == null ? "" : regions.pathText(code);
    }

    static Optional<DutyKind> kind(@Nullable String code) {
        return KINDS.stream()
                .filter(kind -> kind.code().equals(code == null ? "" : code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Levels of the tree at which a duty can be held. */
    static List<Integer> levels(DutyKind kind) {
        return java.util.stream.IntStream.rangeClosed(Region.NATION, Region.GRID)
                .filter(level -> DutyPolicy.fits(kind, level))
                .boxed()
                .toList();
    }
}
