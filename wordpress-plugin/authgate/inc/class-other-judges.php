<?php
/**
 * The other plugins that would believe a Bearer token by themselves.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Hook;

defined( 'ABSPATH' ) || exit;

/**
 * Two plugins that read a header are two judges, and where one reads it otherwise than the other, a token passes both. So the
 * plugins that serve jwt-auth/v1 are not asked who a user is: they issue tokens at most.
 */
final class Other_Judges {

	/**
	 * Takes their callbacks away, whenever and however often they have been added.
	 */
	public static function dismiss(): void {
		$hook = $GLOBALS['wp_filter']['determine_current_user'] ?? null;
		foreach ( $hook instanceof WP_Hook ? $hook->callbacks : array() as $priority => $callbacks ) {
			foreach ( array_column( $callbacks, 'function' ) as $callback ) {
				if ( Issuer::is_of_jwt_plugin( $callback ) ) {
					remove_filter( 'determine_current_user', $callback, $priority );
				}
			}
		}
	}
}
