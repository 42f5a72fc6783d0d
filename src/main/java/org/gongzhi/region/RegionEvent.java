package org.gongzhi.region;

import java.time.Duration;
import org.gongzhi.kernel.RegionCode;

/** What happens to the tree. */
public sealed interface RegionEvent {

    /** A shipped file is being read, {@code rows} of it so far; for whoever shows the progress of a first start. */
    record Loading(String source, int rows) implements RegionEvent {}

    record Loaded(String source, int rows, Duration took) implements RegionEvent {}

    /** This node and all below it now run on Gongzhi. */
    record Opened(RegionCode root) implements RegionEvent {}

    record GridAdded(RegionCode grid, RegionCode community, String name) implements RegionEvent {}
}
