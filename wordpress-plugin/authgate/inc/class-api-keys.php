<?php
/**
 * The keys of the applications.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Keys are rows of the table Schema::keys(): id, name, hash (SHA-256 in hex, unique), prefix, created, last_used. Rows and
 * not one option, because a "last used" written by one request must not bring back a key that another has just revoked.
 *
 * The constant AUTHGATE_API_KEY of wp-config.php, a string of at least 32 characters, replaces them all; where it is
 * defined but no such string, there is no key and everything stays shut.
 */
final class Api_Keys {

	public const MAX_NAME = 80;

	private const MIN_CONSTANT = 32;
	private const PREFIX       = 8;
	private const TOUCH_AFTER  = 5 * MINUTE_IN_SECONDS;

	/**
	 * Creates a key: 256 random bits, of which only the hash is kept.
	 *
	 * @param string $name What the administrator calls it.
	 * @return array{id: int, key: string}|null The key in clear, for this one time; null if it could not be stored.
	 */
	public function create( string $name ): ?array {
		global $wpdb;
		$key   = 'ag_' . rtrim( strtr( base64_encode( random_bytes( 32 ) ), '+/', '-_' ), '=' );
		$saved = $wpdb->insert(
			Schema::keys(),
			array(
				'name'      => mb_substr( $name, 0, self::MAX_NAME ),
				'hash'      => hash( 'sha256', $key ),
				'prefix'    => substr( $key, 0, self::PREFIX ),
				'created'   => time(),
				'last_used' => 0,
			)
		);
		return $saved ? array(
			'id'  => (int) $wpdb->insert_id,
			'key' => $key,
		) : null;
	}

	/**
	 * All live keys of the table, newest first.
	 *
	 * @return array<int, array{id: int, name: string, prefix: string, created: int, last_used: int}>
	 */
	public function all(): array {
		global $wpdb;
		$rows = $wpdb->get_results( 'SELECT id, name, prefix, created, last_used FROM ' . Schema::keys() . ' ORDER BY id DESC', ARRAY_A ); // phpcs:ignore WordPress.DB -- a table of ours, without input.
		return array_map(
			static function ( array $row ): array {
				return array(
					'id'        => (int) $row['id'],
					'name'      => $row['name'],
					'prefix'    => $row['prefix'],
					'created'   => (int) $row['created'],
					'last_used' => (int) $row['last_used'],
				);
			},
			(array) $rows
		);
	}

	/**
	 * Ends a key at once.
	 *
	 * @param int $id Its id.
	 * @return bool Whether there was such a key.
	 */
	public function revoke( int $id ): bool {
		global $wpdb;
		return (bool) $wpdb->delete( Schema::keys(), array( 'id' => $id ) );
	}

	/**
	 * Finds the key that a request presents. One query; in constant time; any string at all may be asked for.
	 *
	 * @param string $presented What the request sent.
	 * @return array{id: int, name: string, last_used: int}|null The key, with id 0 for the one of wp-config.php.
	 */
	public function find(
		#[\SensitiveParameter]
		string $presented
	): ?array {
		$hash = hash( 'sha256', $presented );
		$row  = $this->replaced_by_constant() ? self::constant_row() : $this->row( $hash );
		return null !== $row && hash_equals( $row['hash'], $hash ) ? array(
			'id'        => (int) $row['id'],
			'name'      => $row['name'],
			'last_used' => (int) $row['last_used'],
		) : null;
	}

	/**
	 * Notes that a key has been used; writes at most every five minutes.
	 *
	 * @param array $key What find() returned.
	 */
	public function touch( array $key ): void {
		global $wpdb;
		if ( $key['id'] > 0 && time() - $key['last_used'] >= self::TOUCH_AFTER ) {
			$wpdb->update( Schema::keys(), array( 'last_used' => time() ), array( 'id' => $key['id'] ) );
		}
	}

	/**
	 * Tells whether there is any key.
	 */
	public function any(): bool {
		if ( $this->replaced_by_constant() ) {
			return null !== self::constant_row();
		}
		global $wpdb;
		return (bool) $wpdb->get_var( 'SELECT 1 FROM ' . Schema::keys() . ' LIMIT 1' ); // phpcs:ignore WordPress.DB -- a table of ours, without input.
	}

	/**
	 * Tells whether wp-config.php sets the key, rightly or not.
	 */
	public function replaced_by_constant(): bool {
		return defined( 'AUTHGATE_API_KEY' );
	}

	/**
	 * The row of the table with this hash.
	 *
	 * @param string $hash SHA-256 in hex.
	 */
	private function row( string $hash ): ?array {
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( 'SELECT id, name, hash, last_used FROM ' . Schema::keys() . ' WHERE hash = %s', $hash ), ARRAY_A ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * The key of wp-config.php in the form of a row, null where it is not good enough.
	 */
	private static function constant_row(): ?array {
		$key = constant( 'AUTHGATE_API_KEY' );
		$key = is_string( $key ) ? trim( $key ) : ''; // Blanks around a header's value never arrive.
		return strlen( $key ) >= self::MIN_CONSTANT ? array(
			'id'        => 0,
			'name'      => 'wp-config.php',
			'hash'      => hash( 'sha256', $key ),
			'last_used' => 0,
		) : null;
	}
}
