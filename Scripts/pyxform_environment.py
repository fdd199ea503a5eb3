"""The virtual environment with pyxform, the converter of XLSForms, that some scripts run in."""
import os
import pathlib
import subprocess
import sys
import venv

PYXFORM = "4.5.0"
ROOT = pathlib.Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".build" / f"pyxform-{PYXFORM}"


def enter(script):
    """Runs the script again with the Python that has pyxform, which is installed first if need be."""
    python = ENVIRONMENT / "bin" / "python"
    if pathlib.Path(sys.prefix) == ENVIRONMENT:
        return
    if not (ENVIRONMENT / "complete").exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        install = [python, "-m", "pip", "install", "--quiet", f"pyxform=={PYXFORM}"]
        if subprocess.run(install).returncode != 0:
            sys.exit(f"pyxform {PYXFORM} could not be fetched from PyPI, and is needed once; "
                     "nothing else was changed. Try again with a network.")
        (ENVIRONMENT / "complete").touch()
    os.execv(python, [str(python), script, *sys.argv[1:]])


def javarosa():
    """The jar with JavaRosa, the engine of ODK Collect, that pyxform brings along."""
    return next(ENVIRONMENT.rglob("ODK_Validate.jar"))
