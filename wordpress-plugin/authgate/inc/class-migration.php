<?php
/**
 * What the predecessor has left.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Takes over the key and the lifetime of "My Streamlit". Its options have names that anybody's could have: only where both
 * are there, and hold what that plugin stored, they are its own. They are removed then: it kept the key in clear.
 */
final class Migration {

	private const SHORTEST_KEY = 20; // A shorter one can be guessed, and is not taken over.

	/**
	 * Takes them over.
	 */
	public static function run(): void {
		$key     = get_option( 'api_key' );
		$minutes = get_option( 'jwt_expire_time' );
		if ( ! is_string( $key ) || false === $minutes || ! is_scalar( $minutes ) ) {
			return;
		}
		if ( strlen( $key ) >= self::SHORTEST_KEY && trim( $key ) === $key && ! self::store( $key ) ) {
			return;
		}
		if ( false === get_option( Settings::OPTION ) ) {
			add_option( Settings::OPTION, Setting_Values::sanitize( array( 'token_minutes' => $minutes ) ) );
		}
		delete_option( 'api_key' );
		delete_option( 'jwt_expire_time' );
	}

	private static function store( string $key ): bool {
		global $wpdb;
		$row = array(
			'name'    => 'My Streamlit',
			'hash'    => hash( 'sha256', $key ),
			'prefix'  => substr( $key, 0, 4 ),
			'created' => time(),
		);
		return (bool) $wpdb->replace( Schema::keys(), $row );
	}
}
