/**
 * Token 机器令牌: programs of others ask with a token instead of a person with a password. A token has a territory, verbs, addresses and an end; what is done with
 * it is done by an account of its own and stands in the trail like anyone's deed. Owns {@code machine_token}. Announces nothing, listens to nothing; other doors
 * for machines ask {@link org.gongzhi.token.MachineTokens}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit"})
package org.gongzhi.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
