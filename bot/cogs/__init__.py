"""Wires: each cog decodes one kind of Discord event, awaits one call and renders nothing itself."""
