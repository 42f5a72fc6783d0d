package org.gongzhi.demand;

import java.util.UUID;
import org.gongzhi.kernel.Ids;

/** Which demand. */
public record DemandId(UUID value) {

    /** What to-dos, trails and audit entries about demands call their subject. */
    public static final String SUBJECT = "demand";

    static DemandId next() {
        return new DemandId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
