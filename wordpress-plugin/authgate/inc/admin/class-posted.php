<?php
/**
 * What a form brought.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the fields of a form whose nonce has been verified.
 */
final class Posted {

	/**
	 * One line of text, '' where there is none.
	 *
	 * @param string $name The field.
	 */
	public static function text( string $name ): string {
		$value = $_POST[ $name ] ?? ''; // phpcs:ignore WordPress.Security -- verified by the caller, sanitised in the next line.
		return is_string( $value ) ? sanitize_text_field( wp_unslash( $value ) ) : '';
	}

	/**
	 * Prints the field by which first_time() knows a form again.
	 */
	public static function print_first_time_field(): void {
		printf( '<input type="hidden" name="authgate_once" value="%s">', esc_attr( wp_generate_uuid4() ) );
	}

	/**
	 * Whether this form is sent for the first time: "reload" sends it again, and the answer to it could not be redirected.
	 */
	public static function first_time(): bool {
		$once = self::text( 'authgate_once' );
		if ( ! wp_is_uuid( $once ) || get_transient( "authgate_once_$once" ) ) {
			return false;
		}
		return set_transient( "authgate_once_$once", 1, DAY_IN_SECONDS );
	}
}
