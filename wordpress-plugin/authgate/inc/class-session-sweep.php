<?php
/**
 * How many sessions there are.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps the table of sessions small: whoever has an account can log in as often as he likes, and must not fill the data base.
 */
final class Session_Sweep {

	private const MOST_OF_A_USER = 50;

	/**
	 * Runs after each login: the user's oldest sessions end where there are too many, and now and then what has expired goes.
	 *
	 * @param int    $user_id Whose session has been opened.
	 * @param string $newest  The id of its row, which stays: several can be of the same second.
	 */
	public static function run( int $user_id, string $newest ): void {
		global $wpdb;
		$table = Schema::sessions();
		// phpcs:disable WordPress.DB -- a table of ours.
		$surplus = $wpdb->get_col( $wpdb->prepare( "SELECT id FROM $table WHERE user_id = %d AND id <> %s ORDER BY created DESC LIMIT 1000 OFFSET %d", $user_id, $newest, self::MOST_OF_A_USER - 1 ) );
		foreach ( (array) $surplus as $id ) {
			$wpdb->delete( $table, array( 'id' => $id ) );
		}
		if ( 1 === wp_rand( 1, 20 ) ) {
			$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE expires < %d LIMIT 1000", time() ) );
		}
		// phpcs:enable
	}
}
