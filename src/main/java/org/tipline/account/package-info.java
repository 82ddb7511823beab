/**
 * Who may: editors, desks, roles, sign-in, and every security filter chain in one file. What leaves
 * is who is signed in; no other room decides about access.
 */
@ApplicationModule(
    displayName = "Account",
    allowedDependencies = {"seal"})
@NullMarked
package org.tipline.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
