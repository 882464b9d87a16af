<?php
/**
 * The live sessions.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * A token holds only while its session is here: one row per token, named by the hash of the token's id. Ending a session
 * is deleting its row, which the very next request sees.
 */
final class Sessions {

	private const NOTED_EVERY = 300; // Seconds.

	/** @var Client_Address */
	private $address;

	/**
	 * Takes what it needs.
	 *
	 * @param Client_Address $address Who is asking.
	 */
	public function __construct( Client_Address $address ) {
		$this->address = $address;
	}

	/**
	 * Opens a session.
	 *
	 * @param int    $user_id              Whose.
	 * @param int    $expires              Until when, in seconds since 1970.
	 * @param string $client               The application.
	 * @param string $application_password The UUID of the application password that opened it, or ''.
	 * @return string|null The id for the token; null if it could not be stored.
	 */
	public function open( int $user_id, int $expires, string $client, string $application_password = '' ): ?string {
		global $wpdb;
		$token_id = bin2hex( random_bytes( 16 ) );
		$row      = array(
			'id'                   => hash( 'sha256', $token_id ),
			'user_id'              => $user_id,
			'created'              => time(),
			'expires'              => $expires,
			'last_used'            => time(),
			'address'              => $this->address->get(),
			'client'               => $client,
			'application_password' => $application_password,
		);
		if ( ! $wpdb->insert( Schema::sessions(), $row ) ) {
			return null;
		}
		Session_Sweep::run( $user_id, $row['id'] );
		return $token_id;
	}

	/**
	 * Finds the session of a token.
	 *
	 * @param string $token_id The token's id.
	 * @return array|null|false The row; null where there is none; false if the table could not be asked.
	 */
	public function find( string $token_id ) {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( 'SELECT * FROM ' . Schema::sessions() . ' WHERE id = %s', hash( 'sha256', $token_id ) ), ARRAY_A ); // phpcs:ignore WordPress.DB -- a table of ours.
		return null === $row && '' !== $wpdb->last_error ? false : ( $row ? self::typed( $row ) : null );
	}

	/**
	 * Notes that a session is used; at most every five minutes.
	 *
	 * @param array $row What find() returned.
	 */
	public function touch( array $row ): void {
		if ( time() - $row['last_used'] >= self::NOTED_EVERY ) {
			$GLOBALS['wpdb']->update( Schema::sessions(), array( 'last_used' => time() ), array( 'id' => $row['id'] ) );
		}
	}

	/**
	 * The live sessions of a user, newest first.
	 *
	 * @param int $user_id The user.
	 * @return array[] Rows: id, user_id, created, expires, last_used, address, client, application_password.
	 */
	public function of_user( int $user_id ): array {
		global $wpdb;
		return array_map( array( self::class, 'typed' ), (array) $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM ' . Schema::sessions() . ' WHERE user_id = %d AND expires > %d ORDER BY created DESC', $user_id, time() ), ARRAY_A ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * The newest live sessions of everybody.
	 *
	 * @param int $at_most How many.
	 * @return array[] Rows, as of_user() returns them.
	 */
	public function all( int $at_most ): array {
		global $wpdb;
		return array_map( array( self::class, 'typed' ), (array) $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM ' . Schema::sessions() . ' WHERE expires > %d ORDER BY created DESC LIMIT %d', time(), $at_most ), ARRAY_A ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * Ends one session.
	 *
	 * @param string $id      The id of its row.
	 * @param int    $user_id Whose it has to be.
	 * @return bool Whether there was such a session.
	 */
	public function end( string $id, int $user_id ): bool {
		return (bool) $GLOBALS['wpdb']->delete( Schema::sessions(), array( 'id' => $id, 'user_id' => $user_id ) );
	}

	/**
	 * Ends all sessions of a user.
	 *
	 * @param int $user_id The user.
	 * @return bool Whether that could be done.
	 */
	public function end_all_of( int $user_id ): bool {
		return false !== $GLOBALS['wpdb']->delete( Schema::sessions(), array( 'user_id' => $user_id ) );
	}

	/**
	 * Ends the sessions of everybody.
	 *
	 * @return bool Whether that could be done.
	 */
	public function end_all(): bool {
		return false !== $GLOBALS['wpdb']->query( 'DELETE FROM ' . Schema::sessions() ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * A user has been deleted or has left this site.
	 *
	 * @param int $user_id The user.
	 */
	public function action_user_left( $user_id ): void {
		if ( false !== get_option( Schema::VERSION_OPTION ) ) { // A site of a network may have seen no request yet.
			$this->end_all_of( (int) $user_id );
		}
	}

	private static function typed( array $row ): array {
		return array_map( 'intval', array_intersect_key( $row, array_flip( array( 'user_id', 'created', 'expires', 'last_used' ) ) ) ) + $row;
	}
}
