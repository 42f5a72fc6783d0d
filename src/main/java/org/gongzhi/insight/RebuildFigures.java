package org.gongzhi.insight;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Verb;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** {@code ./gongzhi rebuild-figures [110105]}: makes the figures anew from the records and counts once more to prove it. */
@Component
class RebuildFigures implements Verb {

    private final RebuildRollups rebuild;
    private final RecountRollups recount;
    private final RegionLookup regions;

    RebuildFigures(RebuildRollups rebuild, RecountRollups recount, RegionLookup regions) {
        this.rebuild = rebuild;
        this.recount = recount;
        this.regions = regions;
    }

    @Override
    public String name() {
        return "rebuild-figures";
    }

    @Override
    public int run(List<String> arguments) {
        return rebuild(
                arguments, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    int rebuild(List<String> arguments, PrintStream out) {
        // Settings of the application may stand before and after it.
        String asked = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .orElse("0");
        Optional<Region> root = RegionCode.parse(asked)
                .flatMap(regions::find)
                .filter(node -> node.level() <= Region.STREET && !node.hidden());
        if (root.isEmpty()) {
            out.println("没有这个区域，或它在街道以下。请写全国 0、区或街道的编码，如 110105。");
            out.println(
                    "No such territory, or it lies below a street. Give 0 for the nation, or the code of a district or street, as 110105.");
            return 2;
        }
        rebuild.of(root.get().code());
        RecountRollups.Check check = recount.recount(root.get().code());
        out.printf("%s的数字已按记录重算：%d 个数，%d 处不符。%n", root.get().name(), check.compared(), check.differences());
        out.printf(
                "The figures of %s are made anew from the records: %d figures, %d differences.%n",
                root.get().code(), check.compared(), check.differences());
        return check.differences() == 0 ? 0 : 1;
    }
}
