"""From files to claims: loader files, the contract, quarantine, and one load from end to end."""
