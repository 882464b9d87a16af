<?php
/**
 * How this site is doing.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Facts without judgement and without secrets, for GET authgate/v1/status and for the tab "Health".
 */
final class Health_Facts {

	/** @var Secret */
	private $secret;

	/** @var Settings */
	private $settings;

	/** @var Throttle */
	private $throttle;

	/**
	 * Takes what it looks at.
	 *
	 * @param Secret   $secret   The secret.
	 * @param Settings $settings The settings.
	 * @param Throttle $throttle The limits.
	 */
	public function __construct( Secret $secret, Settings $settings, Throttle $throttle ) {
		$this->secret   = $secret;
		$this->settings = $settings;
		$this->throttle = $throttle;
	}

	/**
	 * All facts.
	 */
	public function all(): array {
		return array(
			'authgate'       => VERSION,
			'wordpress'      => get_bloginfo( 'version' ),
			'php'            => PHP_VERSION,
			'issuer'         => $this->issuer(),
			'conflict'       => $this->has_conflict(),
			'secret_source'  => $this->secret->source(),
			'secret_problem' => $this->secret->problem(),
			'https'          => is_ssl(),
			'site'           => home_url(),
			'permalinks'     => '' !== (string) get_option( 'permalink_structure' ),
			'limits_work'    => $this->throttle->works(),
			'token_minutes'  => $this->settings->token_minutes(),
			'server_time'    => time(),
		);
	}

	/**
	 * Who issues the tokens: "authgate" or "jwt-auth", the JWT plugin.
	 */
	public function issuer(): string {
		return Issuer::jwt_plugin_is_active() ? 'jwt-auth' : 'authgate';
	}

	/**
	 * Tells whether the other plugin is active that wants the same routes, "JWT Auth" by Useful Team.
	 */
	public function has_conflict(): bool {
		return class_exists( 'JWTAuth\Setup', false ) || class_exists( 'JWTAuth\Auth', false );
	}
}
