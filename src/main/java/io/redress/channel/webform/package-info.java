/** Web forms to complaints: posts taken in or refused with the reason, the form page, and what tells persons from programs. */
@NullMarked
package io.redress.channel.webform;

import org.jspecify.annotations.NullMarked;
