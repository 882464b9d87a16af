<?php
echo ( new AuthGate\Parts() )->api_keys->create( 'lab' )['key'], "\n";
