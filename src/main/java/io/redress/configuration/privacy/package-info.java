/** Spring configuration of personal data, its removal with age, and sealed histories. */
@NullMarked
package io.redress.configuration.privacy;

import org.jspecify.annotations.NullMarked;
