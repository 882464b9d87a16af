<?php
/**
 * The plugin that AuthGate follows.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Takes over what the administrator had set there, once. It kept its key in clear in the option "api_key" and its lifetime
 * in "jwt_expire_time": names so general that each of them alone may belong to somebody else.
 */
final class Predecessor {

	public const DONE = 'authgate_took_over';

	private const SHORTEST_KEY = 16;

	/**
	 * Takes the key and the lifetime over. The old options stay as they are: whoever removes that plugin decides on them.
	 */
	public static function take_over(): void {
		if ( get_option( self::DONE ) ) {
			return;
		}
		update_option( self::DONE, 1, true );
		$key     = get_option( 'api_key' );
		$minutes = get_option( 'jwt_expire_time' );
		if ( ! is_string( $key ) || false === $minutes ) {
			return;
		}
		if ( strlen( $key ) >= self::SHORTEST_KEY && trim( $key ) === $key ) {
			( new Api_Keys() )->adopt( __( 'From the plugin before AuthGate', 'authgate' ), $key );
		}
		if ( false === get_option( Settings::OPTION ) ) {
			add_option( Settings::OPTION, Setting_Values::sanitize( array( 'token_minutes' => $minutes ) ) );
		}
	}
}
