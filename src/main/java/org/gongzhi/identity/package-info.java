/**
 * Accounts, what each may be where (duties), departments, and how people sign in. Owns {@code account}, {@code account_secret}, {@code department},
 * {@code duty}, {@code sign_in_failure} and the tables of the session store. Tells the wire who asks ({@link org.gongzhi.http.SignedIn}), keeps the borders of
 * the web (who may call what, headers, pages) and the rate limits of the public window. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "audit", "factor"})
package org.gongzhi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
