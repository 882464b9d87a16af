<?php
/**
 * Counters in the data base.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Each counter is one row, raised in one atomic statement: two requests never see the same number. Windows are fixed, so
 * attempts while blocked do not prolong the block. What is counted is stored as a keyed hash. Where counting fails, the answer
 * is no.
 */
final class Attempt_Counters {

	/**
	 * The name of a counter.
	 *
	 * @param string $kind What is counted.
	 * @param string $what For whom: a name, an address, both.
	 */
	public static function name( string $kind, string $what ): string {
		return substr( hash_hmac( 'sha256', "authgate $kind\n$what", wp_salt( 'nonce' ) ), 0, 32 );
	}

	/**
	 * The name of a mark that can be found by the first part of what it stands for.
	 *
	 * @param string $kind  What is marked.
	 * @param string $group The first part.
	 * @param string $what  The second.
	 */
	public static function name_within( string $kind, string $group, string $what ): string {
		return substr( self::name( "$kind group", $group ), 0, 16 ) . substr( self::name( $kind, "$group\n$what" ), 0, 16 );
	}

	/**
	 * Counts one attempt.
	 *
	 * @param string $counter Its name.
	 * @param int    $limit   How many are let through.
	 * @param int    $window  In how many seconds.
	 * @return WP_Error|null The refusal, null within the limit.
	 */
	public function count( string $counter, int $limit, int $window ): ?WP_Error {
		global $wpdb;
		$now = time();
		// phpcs:disable WordPress.DB -- a table of ours.
		// "n" is set before "expires" and still sees the old one.
		$counted = $wpdb->query(
			$wpdb->prepare(
				'INSERT INTO ' . Schema::attempts() . ' (bucket, n, expires) VALUES (%s, LAST_INSERT_ID(1), %d)
				ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(IF(expires <= %d, 1, n + 1)), expires = IF(expires <= %d, VALUES(expires), expires)',
				$counter,
				$now + $window,
				$now,
				$now
			)
		);
		$n = (int) $wpdb->insert_id;
		if ( ! $counted || $n < 1 ) {
			return Refusal::unavailable();
		}
		if ( 1 === $n ) { // Every new counter sweeps away more than itself, so their number stays bounded.
			$wpdb->query( $wpdb->prepare( 'DELETE FROM ' . Schema::attempts() . ' WHERE expires < %d LIMIT 1000', $now ) );
		}
		if ( $n <= $limit ) {
			return null;
		}
		return Refusal::too_many( (int) $wpdb->get_var( $wpdb->prepare( 'SELECT expires FROM ' . Schema::attempts() . ' WHERE bucket = %s', $counter ) ) - $now );
		// phpcs:enable
	}

	/**
	 * Tells whether this data base can count at all. One that only looks like MySQL, such as the SQLite drop-in, cannot.
	 */
	public function work(): bool {
		$shown = $GLOBALS['wpdb']->suppress_errors();
		$works = null === $this->count( self::name( 'trial', '' ), PHP_INT_MAX, MINUTE_IN_SECONDS );
		$GLOBALS['wpdb']->suppress_errors( $shown );
		return $works;
	}

	/**
	 * Takes one attempt back.
	 *
	 * @param string $counter Its name.
	 */
	public function give_back( string $counter ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . Schema::attempts() . ' SET n = n - 1 WHERE bucket = %s AND n > 0', $counter ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * Starts again from nothing.
	 *
	 * @param string $counter Its name.
	 */
	public function clear( string $counter ): void {
		$GLOBALS['wpdb']->delete( Schema::attempts(), array( 'bucket' => $counter ) );
	}

	/**
	 * Removes all marks with the same first part.
	 *
	 * @param string $kind  What is marked.
	 * @param string $group The first part.
	 * @return int How many there were.
	 */
	public function clear_within( string $kind, string $group ): int {
		global $wpdb;
		return (int) $wpdb->query( $wpdb->prepare( 'DELETE FROM ' . Schema::attempts() . ' WHERE bucket LIKE %s', substr( self::name_within( $kind, $group, '' ), 0, 16 ) . '%' ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * Keeps a mark for a while: a counter that counts nothing.
	 *
	 * @param string $mark    Its name.
	 * @param int    $seconds How long.
	 */
	public function mark( string $mark, int $seconds ): void {
		$GLOBALS['wpdb']->replace( Schema::attempts(), array( 'bucket' => $mark, 'n' => 0, 'expires' => time() + $seconds ) );
	}

	/**
	 * Tells whether there is such a mark.
	 *
	 * @param string $mark Its name.
	 */
	public function is_marked( string $mark ): bool {
		global $wpdb;
		return (bool) $wpdb->get_var( $wpdb->prepare( 'SELECT 1 FROM ' . Schema::attempts() . ' WHERE bucket = %s AND expires > %d', $mark, time() ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}
}
