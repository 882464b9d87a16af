<?php
/**
 * Whether tokens can be signed.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Health_Facts;
use AuthGate\Secret;

defined( 'ABSPATH' ) || exit;

/**
 * Looks at who issues the tokens and at the secret, for Health.
 */
final class Health_Signing {

	/** @var Health_Facts */
	private $facts;

	/** @var Secret */
	private $secret;

	/**
	 * Takes what it looks at.
	 *
	 * @param Health_Facts $facts  What is known of the site.
	 * @param Secret       $secret The secret.
	 */
	public function __construct( Health_Facts $facts, Secret $secret ) {
		$this->facts  = $facts;
		$this->secret = $secret;
	}

	/**
	 * Who issues the tokens.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function issuer(): array {
		$label = __( 'Issuer of the tokens', 'authgate' );
		if ( $this->facts->has_conflict() ) {
			return array( $label, Health::NOTE, __( 'The plugin "JWT Auth" wants the same addresses. AuthGate keeps them, and that plugin serves no logins. Deactivate it unless you need something else of it.', 'authgate' ), array() );
		}
		return array(
			$label,
			Health::GOOD,
			'jwt-auth' === $this->facts->issuer()
				? __( 'The plugin "JWT Authentication for WP REST API". AuthGate guards it.', 'authgate' )
				: __( 'AuthGate itself.', 'authgate' ),
			array(),
		);
	}

	/**
	 * Whether the secret is good enough.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function secret(): array {
		$label    = __( 'Secret', 'authgate' );
		$problems = array(
			'missing'  => __( 'JWT_AUTH_SECRET_KEY is not set in wp-config.php, and the plugin "JWT Authentication for WP REST API" wants it: no token is signed. Add this line:', 'authgate' ),
			'not_text' => __( 'JWT_AUTH_SECRET_KEY in wp-config.php is not text: no token is signed. Replace the line by this one:', 'authgate' ),
			'short'    => __( 'JWT_AUTH_SECRET_KEY in wp-config.php is shorter than 32 characters and could be guessed: no token is signed. Replace the line by this one:', 'authgate' ),
			'sample'   => __( 'JWT_AUTH_SECRET_KEY in wp-config.php looks like an example that others know too: no token is signed. Replace the line by this one:', 'authgate' ),
		);
		$problem  = $this->secret->problem();
		if ( isset( $problems[ $problem ] ) ) {
			$line = sprintf( "define( 'JWT_AUTH_SECRET_KEY', '%s' );", wp_generate_password( 64, false ) );
			return array( $label, Health::BAD, $problems[ $problem ], array( $line ) );
		}
		return array(
			$label,
			Health::GOOD,
			'constant' === $this->secret->source()
				? __( 'JWT_AUTH_SECRET_KEY in wp-config.php is long enough.', 'authgate' )
				: __( 'Derived from the salts in wp-config.php; nothing has to be set up.', 'authgate' ),
			array(),
		);
	}
}
