// Public members that are generated in a CLS-compliant assembly take a tape.
[assembly: CLSCompliant(true)]
