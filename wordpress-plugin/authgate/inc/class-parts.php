<?php
/**
 * The objects that the plugin is made of.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Builds the objects and ties them together: the one place where that happens. None of them does anything until a hook
 * or a caller asks it to, and none is a singleton: tests build their own.
 */
final class Parts {

	/** @var Settings */
	public $settings;

	/** @var Schema */
	public $schema;

	/** @var Api_Keys */
	public $api_keys;

	/** @var Client_Address */
	public $address;

	/** @var Audit_Log */
	public $log;

	/** @var Throttle */
	public $throttle;

	/** @var Secret */
	public $secret;

	/** @var Tokens */
	public $tokens;

	/** @var Accounts */
	public $accounts;

	/** @var Sessions */
	public $sessions;

	/** @var Wall */
	public $wall;

	/** @var Bearer_Guard */
	public $bearer_guard;

	/** @var Login */
	public $login;

	/** @var Issuer */
	public $issuer;

	/** @var Jwt_Plugin */
	public $jwt_plugin;

	/** @var Answers */
	public $answers;

	/** @var Health_Facts */
	public $health;

	/** @var Rest_Routes */
	public $rest_routes;

	/**
	 * Builds them.
	 */
	public function __construct() {
		$this->settings     = new Settings();
		$this->schema       = new Schema();
		$this->api_keys     = new Api_Keys();
		$this->address      = new Client_Address( $this->settings );
		$this->log          = new Audit_Log( $this->address, $this->settings );
		$this->throttle     = new Throttle( $this->settings, $this->address );
		$this->secret       = new Secret();
		$this->tokens       = new Tokens( $this->secret );
		$this->accounts     = new Accounts( $this->settings );
		$this->sessions     = new Sessions( $this->settings, $this->address );
		$this->wall         = new Wall( $this->api_keys, $this->throttle, $this->log );
		$this->bearer_guard = new Bearer_Guard( $this->wall, $this->tokens, $this->sessions, $this->accounts );
		$this->jwt_plugin   = new Jwt_Plugin( $this->settings, $this->sessions, $this->accounts, $this->bearer_guard );
		$this->login        = new Login( $this->settings, $this->throttle, $this->accounts, $this->secret, $this->log );
		$this->issuer       = new Issuer( $this->jwt_plugin, $this->tokens );
		$this->answers      = new Answers( $this->wall, $this->settings );
		$this->health       = new Health_Facts( $this->secret, $this->api_keys, $this->settings );
		$this->rest_routes  = new Rest_Routes( $this->bearer_guard, $this->sessions, $this->health );
	}
}
