/** The clocks of tickets: started, paused, moved and stopped, and what is due at each of their marks. */
package io.redress.servicelevel.clock;
