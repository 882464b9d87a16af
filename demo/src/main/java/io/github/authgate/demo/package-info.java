/** A small tool behind the gate, for trying AuthGate out. Not a library: nothing here is meant to be used from outside. */
@NullMarked
package io.github.authgate.demo;

import org.jspecify.annotations.NullMarked;
