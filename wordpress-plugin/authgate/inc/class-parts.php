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

	/** @var Token_Judge */
	public $token_judge;

	/** @var Key_Check */
	public $key_check;

	/** @var Wall */
	public $wall;

	/** @var Direct_Request */
	public $direct_request;

	/** @var Bearer_Guard */
	public $bearer_guard;

	/** @var Login_Rules */
	public $login_rules;

	/** @var Login */
	public $login;

	/** @var Grants */
	public $grants;

	/** @var Issuer */
	public $issuer;

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
		$this->settings        = new Settings();
		$this->schema          = new Schema();
		$this->api_keys        = new Api_Keys();
		$this->address         = new Client_Address( $this->settings );
		$this->log             = new Audit_Log( $this->address, $this->settings );
		$this->throttle        = new Throttle( $this->settings, $this->address, new Attempt_Counters() );
		$this->secret          = new Secret();
		$this->tokens          = new Tokens( $this->secret );
		$this->accounts        = new Accounts( $this->settings, $this->secret );
		$this->sessions        = new Sessions( $this->address );
		$this->token_judge     = new Token_Judge( $this->tokens, $this->sessions, $this->accounts, new Session_Binding( $this->settings, $this->address ) );
		$this->key_check       = new Key_Check( $this->api_keys, $this->throttle, $this->log );
		$this->wall            = new Wall( $this->key_check, $this->settings );
		$this->direct_request  = new Direct_Request();
		$this->bearer_guard    = new Bearer_Guard( $this->key_check, $this->token_judge );
		$this->grants          = new Grants( $this->settings, $this->sessions, $this->accounts, $this->key_check );
		$this->login_rules     = new Login_Rules( $this->settings, $this->accounts, $this->grants );
		$this->login           = new Login( $this->throttle, $this->login_rules, new Login_Errors(), $this->secret, $this->log );
		$this->health          = new Health_Facts( $this->secret, $this->settings, $this->throttle );
		$this->rest_routes     = new Rest_Routes( $this->bearer_guard, $this->accounts, $this->sessions, $this->health, $this->log );
		$this->issuer          = new Issuer( $this->grants, $this->tokens, $this->rest_routes );
		$this->answers         = new Answers( $this->key_check, $this->settings );
	}
}
