package org.gongzhi.identity;

import java.util.Map;
import org.gongzhi.kernel.Actor;

/** Which entries of the workplace somebody is shown; each module answers for its own. The verbs themselves ask again. */
public interface Abilities {

    /** Names as the pages know them ({@code register}, {@code viewLedger}); what nobody names is not allowed. */
    Map<String, Boolean> of(Actor actor);
}
